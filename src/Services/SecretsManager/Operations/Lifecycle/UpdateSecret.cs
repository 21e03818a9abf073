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
        secret = Secrets.Put(call, secret with
        {
            Description = request.Description ?? secret.Description, KmsKeyId = request.KmsKeyId ?? secret.KmsKeyId,
        });
        var version = value is null ? null : Versions.Add(call, secret, request.ClientRequestToken, value, null);
        return new() { ARN = Secrets.Arn(call, secret), Name = secret.Name.Value, VersionId = version?.VersionId };
    }
}
