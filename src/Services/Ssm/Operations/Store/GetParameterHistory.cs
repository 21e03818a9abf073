using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Records;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Shows all versions of a parameter.</summary>
public sealed class GetParameterHistory : IReadOperation<GetParameterHistoryRequest, GetParameterHistoryResult>
{
    /// <inheritdoc/>
    public GetParameterHistoryResult Run(GetParameterHistoryRequest request, ReadCall call)
    {
        const int most = 50;
        var parameter = Parameters.Seen(call, request.Name!);
        var (page, next) = ParameterFilters.Page(
            Parameters.Versions(call, parameter), v => v.Id.Value, request.MaxResults ?? most, request.NextToken);
        return new()
        {
            Parameters = [.. page.Select(v => Entry(call, v, request.WithDecryption == true))], NextToken = next,
        };
    }

    private static ParameterHistory Entry(ReadCall call, VersionRecord version, bool decrypts) => new()
    {
        Name = version.Name,
        Type = version.Type,
        KeyId = version.Type == ParameterType.SecureString ? version.KeyId ?? Parameters.StandardKey : null,
        LastModifiedDate = version.ModifiedAt,
        LastModifiedUser = version.ModifiedBy,
        Description = version.Description,
        Value = Parameters.Value(call, version, decrypts),
        AllowedPattern = version.AllowedPattern,
        Version = version.Version,
        Labels = version.Labels,
        Tier = version.Tier,
        Policies = ParameterPolicies.Show(call, version) ?? [],
        DataType = version.DataType ?? ImageParameters.Text,
    };
}
