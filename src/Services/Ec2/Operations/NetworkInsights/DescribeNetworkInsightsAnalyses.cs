using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInsights;

/// <summary>
/// Lists analyses, by their ids, by their path, or all. Filters: EC2 API Reference. AnalysisStartTime is taken as the
/// earliest and AnalysisEndTime as the latest start (guessed: the reference does not say how they compare).
/// </summary>
public sealed class DescribeNetworkInsightsAnalyses
    : IReadOperation<DescribeNetworkInsightsAnalysesRequest, DescribeNetworkInsightsAnalysesResult>
{
    /// <inheritdoc/>
    public DescribeNetworkInsightsAnalysesResult Run(DescribeNetworkInsightsAnalysesRequest request, ReadCall call)
    {
        if (request.NetworkInsightsPathId is { } path)
        {
            Ec2Kinds.NetworkInsightsPath.Get(call, path);
        }

        var query = new ListQuery(
            request.NetworkInsightsAnalysisIds, [.. request.Filters ?? [], .. Members(request)],
            request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.NetworkInsightsAnalysis, FiltersFor(request), query);
        return new()
        {
            NetworkInsightsAnalyses = page.As(a => NetworkInsightsAnalysisView.Of(a, call)),
            NextToken = page.NextToken,
        };
    }

    // The members that narrow the list are filters of a kind; a page must be cut after them.
    private static Filters<NetworkInsightsAnalysisRecord> FiltersFor(DescribeNetworkInsightsAnalysesRequest request) =>
        new Filters<NetworkInsightsAnalysisRecord>()
            .One("path-found", a => a.PathFound is { } found ? found ? "true" : "false" : null)
            .One("status", a => a.Status.ToWire())
            .Tags(a => a.Id.Value)
            .Flag(Chosen, a => (request.NetworkInsightsPathId is not { } path || a.PathId.Value == path)
                && !(a.StartDate < request.AnalysisStartTime) && !(a.StartDate > request.AnalysisEndTime));

    private static IEnumerable<Filter> Members(DescribeNetworkInsightsAnalysesRequest request) =>
        request is { NetworkInsightsPathId: null, AnalysisStartTime: null, AnalysisEndTime: null }
            ? []
            : [new Filter { Name = Chosen, Values = ["true"] }];

    // No client can name it: filter names are printable.
    private const string Chosen = "\u0001chosen";
}
