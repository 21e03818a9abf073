using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Lists analyses, by their ids, by their scope, by when they started, or all.</summary>
public sealed class DescribeNetworkInsightsAccessScopeAnalyses
    : IReadOperation<
        DescribeNetworkInsightsAccessScopeAnalysesRequest, DescribeNetworkInsightsAccessScopeAnalysesResult>
{
    /// <inheritdoc/>
    public DescribeNetworkInsightsAccessScopeAnalysesResult Run(
        DescribeNetworkInsightsAccessScopeAnalysesRequest request, ReadCall call)
    {
        if (request.NetworkInsightsAccessScopeId is { } scope)
        {
            AccessScopeKinds.Scope.Get(call, scope);
        }

        var filters = new Filters<AccessScopeAnalysisRecord>().Tags(a => a.Id.Value);
        // Those that are not meant by the other members are no part of the list, so a page is cut after them.
        var chosen = call.Read(AccessScopeTables.Analyses).All().Where(a =>
            (request.NetworkInsightsAccessScopeId is not { } id || a.ScopeId.Value == id)
            && !(a.StartDate < request.AnalysisStartTimeBegin) && !(a.StartDate > request.AnalysisStartTimeEnd));
        if (request.NetworkInsightsAccessScopeAnalysisIds is { Count: > 0 } ids)
        {
            var named = ids.Select(id => AccessScopeKinds.Analysis.Get(call, id).Id).ToHashSet();
            chosen = chosen.Where(a => named.Contains(a.Id));
        }

        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, chosen, a => a.Id.Value, filters, query);
        return new()
        {
            NetworkInsightsAccessScopeAnalyses = page.As(a => AccessScopeView.Of(a, call)), NextToken = page.NextToken,
        };
    }
}
