using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Lists Network Access Scopes. It has no filters but tags (the reference names none; tags guessed).</summary>
public sealed class DescribeNetworkInsightsAccessScopes
    : IReadOperation<DescribeNetworkInsightsAccessScopesRequest, DescribeNetworkInsightsAccessScopesResult>
{
    /// <inheritdoc/>
    public DescribeNetworkInsightsAccessScopesResult Run(
        DescribeNetworkInsightsAccessScopesRequest request, ReadCall call)
    {
        var filters = new Filters<AccessScopeRecord>().Tags(s => s.Id.Value);
        var query = new ListQuery(
            request.NetworkInsightsAccessScopeIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, AccessScopeKinds.Scope, filters, query);
        return new()
        {
            NetworkInsightsAccessScopes = page.As(s => AccessScopeView.Of(s, call)), NextToken = page.NextToken,
        };
    }
}
