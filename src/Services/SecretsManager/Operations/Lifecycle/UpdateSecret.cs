using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Lifecycle;

/// <summary>Changes a secret, and its value where one is given.</summary>
public sealed class UpdateSecret : IWriteOperation<UpdateSecretRequest, UpdateSecretResult>
{
    /// <inheritdoc/>
    public UpdateSecretResult Run(UpdateSecretRequest request, Call call)
    {
        if (request.Type is not null) throw Errors.NotServed("Type (managed external secrets)");
        var secret = Secrets.Live(call, request.SecretId!);
        var value = SecretValue.Of(request.SecretString, request.SecretBinary);
        secret = Secrets.Put(call, secret, secret.Secret with
        {
            Description = request.Description ?? secret.Secret.Description,
            KmsKeyId = request.KmsKeyId ?? secret.Secret.KmsKeyId,
        });
        var version = value is null ? null : Versions.Add(call, secret, request.ClientRequestToken, value, null);
        if (version is not null) Rotations.Renewed(call, secret);
        return new() { ARN = secret.Arn, Name = secret.Name, VersionId = version?.VersionId };
    }
}
