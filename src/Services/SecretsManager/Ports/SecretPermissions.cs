using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.SecretsManager.Rules;

namespace Orrery.Services.SecretsManager.Ports;

/// <summary>What policies ask of secrets: their own policies, ARNs with their ends, and tags.</summary>
internal sealed class SecretPermissions : IResourcePolicies, IResourceFacts
{
    // The end of an ARN that nobody drew yet: it matches policies that name six characters, and those that name any.
    private const string AnyEnd = "-??????";

    /// <inheritdoc/>
    public string Service => "secretsmanager";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (arn.Split(':', 6) is not [_, _, _, _, { Length: 12 } account, _]) return null;
        return new(account, Secrets.Find(call, arn)?.Secret.Policy is { Length: > 0 } policy ? new(arn, policy) : null);
    }

    /// <inheritdoc/>
    public IEnumerable<string> All(ReadCall call, Scope scope) => call.Read(Tables.Secrets, scope).All()
        .Select(s => new SecretPlace(scope, s).Arn);

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name)
    {
        if (type != "secret") return null;
        if (Secrets.Find(call, name) is { } secret) return secret.Arn;
        return name.StartsWith("arn:", StringComparison.Ordinal)
            ? null
            : $"arn:aws:secretsmanager:{call.Region}:{call.Account}:secret:{name}{AnyEnd}";
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        Secrets.Find(call, arn)?.Secret.Tags;

    /// <inheritdoc/>
    public IReadOnlyCollection<string>? ValuesOf(ReadCall call, string arn, string key) => key.ToLowerInvariant() switch
    {
        "secretsmanager:secretprimaryregion" => Secrets.Find(call, arn) is { } place ? [place.Scope.Region] : null,
        "secretsmanager:resource/allowrotationlambdaarn" =>
            Secrets.Find(call, arn)?.Secret.RotationFunction is { } function ? [function] : null,
        _ => null,
    };
}
