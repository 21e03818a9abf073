using Orrery.Kernel.State;
using Orrery.Services.SecretsManager.Records;

namespace Orrery.Services.SecretsManager.Rules;

/// <summary>A secret, and where it is: perhaps in another account than that of who calls.</summary>
/// <param name="Scope">Its account and region.</param>
/// <param name="Secret">The secret.</param>
internal sealed record SecretPlace(Scope Scope, SecretRecord Secret)
{
    /// <summary>Its name.</summary>
    public string Name => Secret.Name.Value;

    /// <summary>Its ARN.</summary>
    public string Arn => $"arn:aws:secretsmanager:{Scope.Region}:{Scope.Account}:secret:{Secret.Name}-{Secret.Suffix}";
}
