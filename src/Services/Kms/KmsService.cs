using Orrery.Contracts.Identity;
using Orrery.Contracts.Keys;
using Orrery.Operations;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Ports;

namespace Orrery.Services.Kms;

/// <summary>AWS Key Management Service as a part of the house.</summary>
public static class KmsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "kms",
        Operations = KmsOperations.All,
        Tables = Tables.All,
        Quotas = KmsQuotas.All,
        Timers = [new RotationLoop(), new DeletionLoop(), new ExpiryLoop(), new ImportLoop()],
        Offer = ports => ports
            .With<IKeys>(new KeysPort())
            .Also<IResourcePolicies>(new KeyPermissions())
            .Also<IResourceFacts>(new KeyPermissions())
            .Also<IResourceGrants>(new KeyPermissions()),
    };
}
