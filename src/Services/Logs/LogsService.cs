using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Logs;
using Orrery.Operations;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Ports;

namespace Orrery.Services.Logs;

/// <summary>CloudWatch Logs as a part of the house.</summary>
public static class LogsService
{
    private static readonly GroupAccess Access = new();

    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "logs",
        Operations = LogsOperations.All,
        Tables = Tables.All,
        Quotas = LogsQuotas.All,
        Timers = [new Sweeper(), new Clearing(), new QueryLoop(), new PostLoop()],
        Offer = ports => ports
            .With<ILogWriter>(new LogWriter())
            .Also<IDestination>(new GroupDestination())
            .Also<IResourceFacts>(Access)
            .Also<IResourcePolicies>(Access),
    };
}
