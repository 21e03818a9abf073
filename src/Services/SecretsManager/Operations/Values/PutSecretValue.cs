using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Values;

/// <summary>Adds a version.</summary>
public sealed class PutSecretValue : IWriteOperation<PutSecretValueRequest, PutSecretValueResult>
{
    /// <inheritdoc/>
    public PutSecretValueResult Run(PutSecretValueRequest request, Call call)
    {
        if (request.RotationToken is not null) throw Errors.NotServed("RotationToken (rotation across accounts)");
        var secret = Secrets.Live(call, request.SecretId!);
        var value = SecretValue.Of(request.SecretString, request.SecretBinary)
            ?? throw Errors.Request("You must provide either SecretString or SecretBinary.");
        var version = Versions.Add(call, secret, request.ClientRequestToken, value, request.VersionStages);
        secret = Secrets.Put(call, secret, secret.Secret);
        if (version.Stages.Contains(Versions.Current)) Rotations.Renewed(call, secret);
        return new()
        {
            ARN = secret.Arn,
            Name = secret.Name,
            VersionId = version.VersionId,
            VersionStages = version.Stages,
        };
    }
}
