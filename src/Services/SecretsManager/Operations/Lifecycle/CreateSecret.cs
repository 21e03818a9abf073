using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Lifecycle;

/// <summary>Makes a secret, with or without a first value.</summary>
public sealed class CreateSecret : IWriteOperation<CreateSecretRequest, CreateSecretResult>
{
    /// <inheritdoc/>
    public CreateSecretResult Run(CreateSecretRequest request, Call call)
    {
        if (request.AddReplicaRegions is { Count: > 0 })
            throw Errors.NotServed("AddReplicaRegions (replicas of secrets)");
        if (request.Type is not null) throw Errors.NotServed("Type (managed external secrets)");
        var value = SecretValue.Of(request.SecretString, request.SecretBinary);
        var secrets = call.Write(Tables.Secrets);
        var name = SecretRules.Name(request.Name!);
        if (Secrets.At(call, call.Scope, name) is { } old) return Again(call, old, request, value);
        call.Hold(SecretQuotas.Secrets, secrets.Count, limit =>
            new("LimitExceededException", $"You have reached the limit of {limit} secrets."));
        var secret = new SecretPlace(call.Scope, new()
        {
            Name = new(name),
            Suffix = Secrets.NewSuffix(call),
            Description = request.Description,
            KmsKeyId = request.KmsKeyId,
            CreatedAt = call.Now,
            ChangedAt = call.Now,
            Tags = SecretRules.Tags(new Dictionary<string, string>(), request.Tags),
        });
        secrets.Put(secret.Secret);
        var version = value is null ? null : Versions.Add(call, secret, request.ClientRequestToken, value, null);
        return new() { ARN = secret.Arn, Name = name, VersionId = version?.VersionId };
    }

    // The same request once more is answered like the first: the token says so.
    private static CreateSecretResult Again(
        Call call, SecretPlace old, CreateSecretRequest request, SecretValue? value)
    {
        if (old.Secret.DeletedAt is not null)
            throw Errors.Request(
                "You can't create this secret because a secret with this name is already scheduled for deletion.");
        var isKnown = value is not null
            && Versions.All(call, old).Any(v => v.VersionId == request.ClientRequestToken);
        if (!isKnown)
            throw Errors.Exists($"The operation failed because the secret {request.Name} already exists.");
        Versions.Add(call, old, request.ClientRequestToken, value!, null);
        return new() { ARN = old.Arn, Name = request.Name, VersionId = request.ClientRequestToken };
    }
}
