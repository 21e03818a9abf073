using Orrery.Contracts.Identity;
using Orrery.Contracts.Parameters;
using Orrery.Operations;
using Orrery.Services.Ssm.Loops;
using Orrery.Services.Ssm.Ports;

namespace Orrery.Services.Ssm;

/// <summary>AWS Systems Manager as a part of the house: Parameter Store.</summary>
public static class SsmService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "ssm",
        Operations = SsmOperations.All,
        Tables = Tables.All,
        Quotas = [SsmQuotas.Standard, SsmQuotas.Advanced],
        Offer = ports => ports
            .Also<IResourceFacts>(new ParameterFacts())
            .With<IParameters>(new ParameterDesk()),
        Timers = [new PolicyLoop()],
    };
}
