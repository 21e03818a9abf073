using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;
using System.Text;

namespace Orrery.Services.SecretsManager.Operations.Values;

/// <summary>Shows a value of a secret.</summary>
public sealed class GetSecretValue : IReadOperation<GetSecretValueRequest, GetSecretValueResult>
{
    /// <inheritdoc/>
    public GetSecretValueResult Run(GetSecretValueRequest request, ReadCall call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        var version = Versions.Of(call, secret, request.VersionId, request.VersionStage);
        var bytes = Versions.Open(call, secret, version);
        return new()
        {
            ARN = secret.Arn,
            Name = secret.Name,
            VersionId = version.VersionId,
            SecretBinary = version.IsBinary ? new ReadOnlyMemory<byte>(bytes) : (ReadOnlyMemory<byte>?)null,
            SecretString = version.IsBinary ? null : Encoding.UTF8.GetString(bytes),
            VersionStages = version.Stages,
            CreatedDate = version.CreatedAt,
        };
    }
}
