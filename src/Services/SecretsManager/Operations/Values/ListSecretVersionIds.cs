using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Values;

/// <summary>Lists the versions of a secret.</summary>
public sealed class ListSecretVersionIds : IReadOperation<ListSecretVersionIdsRequest, ListSecretVersionIdsResult>
{
    /// <inheritdoc/>
    public ListSecretVersionIdsResult Run(ListSecretVersionIdsRequest request, ReadCall call)
    {
        const int most = 100;
        var secret = Secrets.Any(call, request.SecretId!);
        var versions = Versions.All(call, secret)
            .Where(v => request.IncludeDeprecated == true || v.Stages.Count > 0);
        var (page, next) = SecretRules.Page(
            versions, v => v.VersionId, request.MaxResults ?? most, request.NextToken);
        return new()
        {
            ARN = secret.Arn,
            Name = secret.Name,
            Versions = [.. page.Select(v => new SecretVersionsListEntry
            {
                VersionId = v.VersionId,
                VersionStages = v.Stages,
                CreatedDate = v.CreatedAt,
                KmsKeyIds = v.IsEmpty ? null : [v.KeyId],
            })],
            NextToken = next,
        };
    }
}
