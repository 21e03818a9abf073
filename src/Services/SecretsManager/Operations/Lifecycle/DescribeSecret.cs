using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Lifecycle;

/// <summary>Shows a secret without its values.</summary>
public sealed class DescribeSecret : IReadOperation<DescribeSecretRequest, DescribeSecretResult>
{
    /// <inheritdoc/>
    public DescribeSecretResult Run(DescribeSecretRequest request, ReadCall call)
    {
        var secret = Secrets.Any(call, request.SecretId!);
        return new()
        {
            ARN = Secrets.Arn(call, secret),
            Name = secret.Name.Value,
            Description = secret.Description,
            KmsKeyId = secret.KmsKeyId,
            RotationEnabled = secret.RotationFunction is null ? null : secret.Rotates,
            RotationLambdaARN = secret.RotationFunction,
            LastRotatedDate = secret.RotatedAt,
            LastChangedDate = secret.ChangedAt,
            DeletedDate = secret.DeletedAt,
            Tags = [.. secret.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value })],
            VersionIdsToStages = Versions.All(call, secret).Where(v => v.Stages.Count > 0)
                .ToDictionary(v => v.VersionId, v => v.Stages),
            CreatedDate = secret.CreatedAt,
        };
    }
}
