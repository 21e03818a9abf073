using Orrery.Operations;
using Orrery.Services.SecretsManager.Loops;

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
        Timers = [new DeletionLoop()],
    };
}
