using Orrery.Contracts;

namespace Orrery.Services.SecretsManager;

/// <summary>The quotas. Source: User Guide, "AWS Secrets Manager quotas"; the code is our own.</summary>
internal static class SecretQuotas
{
    public static readonly Quota Secrets = new("SECRETS-SECRETS", "Secrets in each account and Region", 500_000);
}
