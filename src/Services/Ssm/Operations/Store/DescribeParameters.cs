using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ssm.Records;
using Orrery.Services.Ssm.Rules;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Operations.Store;

/// <summary>Lists parameters without their values.</summary>
public sealed class DescribeParameters : IReadOperation<DescribeParametersRequest, DescribeParametersResult>
{
    /// <inheritdoc/>
    public DescribeParametersResult Run(DescribeParametersRequest request, ReadCall call)
    {
        const int most = 50;
        if (request.Shared == true) throw Errors.NotServed("Shared (parameters of other accounts)");
        if (request is { Filters.Count: > 0, ParameterFilters.Count: > 0 })
            throw Errors.Validation("Use either Filters or ParameterFilters.");
        var filters = request.ParameterFilters ?? request.Filters?.Select(f => new ParameterStringFilter
        {
            Key = f.Key?.ToWire(),
            Values = f.Values,
            Option = f.Key == ParametersFilterKey.Name ? "BeginsWith" : "Equals",
        }).ToList();
        ParameterFilters.Check(filters, isByPath: false);
        var passing = call.Read(Tables.Parameters).All().Where(p => ParameterFilters.Passes(p, filters));
        var (page, next) = ParameterFilters.Page(
            passing, p => p.Name.Value, request.MaxResults ?? most, request.NextToken);
        return new() { Parameters = [.. page.Select(p => Entry(call, p.Latest))], NextToken = next };
    }

    private static ParameterMetadata Entry(ReadCall call, VersionRecord version) => new()
    {
        Name = version.Name,
        ARN = Parameters.Arn(call, version.Name),
        Type = version.Type,
        KeyId = version.Type == ParameterType.SecureString ? version.KeyId ?? Parameters.StandardKey : null,
        LastModifiedDate = version.ModifiedAt,
        LastModifiedUser = version.ModifiedBy,
        Description = version.Description,
        AllowedPattern = version.AllowedPattern,
        Version = version.Version,
        Tier = version.Tier,
        Policies = ParameterPolicies.Show(call, version) ?? [],
        DataType = version.DataType ?? ImageParameters.Text,
    };
}
