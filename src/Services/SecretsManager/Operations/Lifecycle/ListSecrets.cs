using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Records;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;
using System.Globalization;

namespace Orrery.Services.SecretsManager.Operations.Lifecycle;

/// <summary>Lists secrets.</summary>
public sealed class ListSecrets : IReadOperation<ListSecretsRequest, ListSecretsResult>
{
    /// <inheritdoc/>
    public ListSecretsResult Run(ListSecretsRequest request, ReadCall call)
    {
        const int most = 100;
        var secrets = call.Read(Tables.Secrets).All()
            .Where(s => request.IncludePlannedDeletion == true || s.DeletedAt is null)
            .Where(s => SecretRules.Passes(call.Region, s, request.Filters));
        var (page, next) = SecretRules.Page(
            secrets, s => Order(s, request.SortBy), request.MaxResults ?? most, request.NextToken,
            request.SortOrder != SortOrderType.Asc && request.SortBy != SortByType.Name);
        return new() { SecretList = [.. page.Select(s => Entry(call, s))], NextToken = next };
    }

    // The newest first, as AWS lists them where nobody says (guessed for names: from a to z).
    private static string Order(SecretRecord secret, SortByType? by) => by switch
    {
        SortByType.Name => secret.Name.Value,
        SortByType.LastChangedDate => Text(secret.ChangedAt) + secret.Name,
        _ => Text(secret.CreatedAt) + secret.Name,
    };

    private static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static SecretListEntry Entry(ReadCall call, SecretRecord secret)
    {
        var place = new SecretPlace(call.Scope, secret);
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
            SecretVersionsToStages = Versions.Staged(call, place),
            CreatedDate = secret.CreatedAt,
        };
    }
}
