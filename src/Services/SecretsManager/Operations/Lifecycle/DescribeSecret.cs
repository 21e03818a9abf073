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
        var place = Secrets.Any(call, request.SecretId!);
        var secret = place.Secret;
        return new()
        {
            ARN = place.Arn,
            Name = place.Name,
            Description = secret.Description,
            KmsKeyId = secret.KmsKeyId,
            RotationEnabled = secret.RotationFunction is null ? null : secret.Rotates,
            RotationLambdaARN = secret.RotationFunction,
            RotationRules = RotationRules.View(secret),
            NextRotationDate = secret.Window?.To,
            LastRotatedDate = secret.RotatedAt,
            LastChangedDate = secret.ChangedAt,
            DeletedDate = secret.DeletedAt,
            Tags = [.. secret.Tags.Select(t => new Tag { Key = t.Key, Value = t.Value })],
            VersionIdsToStages = Versions.Staged(call, place),
            CreatedDate = secret.CreatedAt,
        };
    }
}
