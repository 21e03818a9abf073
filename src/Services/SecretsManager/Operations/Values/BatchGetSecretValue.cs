using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Values;

/// <summary>
/// Shows values of several secrets; what fails is told beside them, as is a secret that the caller may not read.
/// Source: Secrets Manager API Reference, BatchGetSecretValue.
/// </summary>
public sealed class BatchGetSecretValue : IReadOperation<BatchGetSecretValueRequest, BatchGetSecretValueResult>
{
    /// <inheritdoc/>
    public BatchGetSecretValueResult Run(BatchGetSecretValueRequest request, ReadCall call)
    {
        const int most = 20;
        if ((request.SecretIdList is null) == (request.Filters is null))
            throw Errors.Parameter("Specify either SecretIdList or Filters.");
        if (request.SecretIdList is not null && request.MaxResults is not null)
            throw Errors.Parameter("MaxResults goes with Filters only.");
        var (ids, next) = request.SecretIdList is { } list ? (list, null) : SecretRules.Page(
            call.Read(Tables.Secrets).All()
                .Where(s => s.DeletedAt is null && SecretRules.Passes(call.Region, s, request.Filters))
                .Select(s => s.Name.Value),
            name => name, request.MaxResults ?? most, request.NextToken);
        var (values, errors) = (new List<SecretValueEntry>(), new List<APIErrorType>());
        foreach (var id in ids)
        {
            try
            {
                values.Add(Entry(call, request, id));
            }
            catch (ServiceException refusal)
            {
                errors.Add(new() { SecretId = id, ErrorCode = refusal.Code, Message = refusal.Message });
            }
        }

        return new() { SecretValues = values, Errors = errors, NextToken = next };
    }

    private static SecretValueEntry Entry(ReadCall call, BatchGetSecretValueRequest request, string id)
    {
        if (call.FindPort<IGuard>()?.Refusal(
            call, request, "secretsmanager:GetSecretValue", Secrets.ArnOf(call, id)) is { } refusal) throw refusal;
        var one = new GetSecretValue().Run(new() { SecretId = id }, call);
        return new()
        {
            ARN = one.ARN,
            Name = one.Name,
            VersionId = one.VersionId,
            SecretBinary = one.SecretBinary,
            SecretString = one.SecretString,
            VersionStages = one.VersionStages,
            CreatedDate = one.CreatedDate,
        };
    }
}
