using Orrery.Contracts.Identity;
using Orrery.Contracts.Keys;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Loops;
using Orrery.Services.SecretsManager.Ports;

namespace Orrery.Services.SecretsManager;

/// <summary>AWS Secrets Manager as a part of the house.</summary>
public static class SecretsManagerService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "secretsmanager",
        Operations = SecretsmanagerOperations.All,
        Tables = Tables.All,
        Quotas = [SecretQuotas.Secrets],
        Offer = ports => ports
            .Also<IResourcePolicies>(new SecretPermissions())
            .Also<IResourceFacts>(new SecretPermissions())
            .With<ISecretRotations>(new RotationEnds()),
        Timers = [new DeletionLoop(), new RotationLoop()],
    };
}
