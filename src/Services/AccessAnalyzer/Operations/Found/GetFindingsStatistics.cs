namespace Orrery.Services.AccessAnalyzer.Operations.Found;

/// <summary>
/// Counts the findings of an analyzer, as policies and uses are now. Source: Access Analyzer API Reference,
/// GetFindingsStatistics, ExternalAccessFindingsStatistics, UnusedAccessFindingsStatistics.
/// </summary>
public sealed class GetFindingsStatistics : IWriteOperation<GetFindingsStatisticsRequest, GetFindingsStatisticsResult>
{
    private const int MostAccounts = 10;

    /// <inheritdoc/>
    public GetFindingsStatisticsResult Run(GetFindingsStatisticsRequest request, Call call)
    {
        var analyzer = Analyzers.Get(call, request.AnalyzerArn);
        Scanner.Refresh(call, analyzer);
        var all = Scanner.Of(call, analyzer);
        return new()
        {
            FindingsStatistics =
            [
                Analyzers.IsExternal(analyzer)
                    ? new() { ExternalAccessFindingsStatistics = External(all) }
                    : new() { UnusedAccessFindingsStatistics = Unused(all) },
            ],
            LastUpdatedAt = call.Now,
        };
    }

    private static ExternalAccessFindingsStatistics External(IReadOnlyList<FindingRecord> all) => new()
    {
        TotalActiveFindings = Count(all, FindingStatus.Active),
        TotalArchivedFindings = Count(all, FindingStatus.Archived),
        TotalResolvedFindings = Count(all, FindingStatus.Resolved),
        ResourceTypeStatistics = Active(all).GroupBy(f => f.ResourceType, StringComparer.Ordinal).ToDictionary(
            type => type.Key,
            type => new ResourceTypeDetails
            {
                TotalActivePublic = type.Count(f => f.IsPublic),
                TotalActiveCrossAccount = type.Count(f => !f.IsPublic),
                TotalActiveErrors = 0,
            }),
    };

    private static UnusedAccessFindingsStatistics Unused(IReadOnlyList<FindingRecord> all) => new()
    {
        TotalActiveFindings = Count(all, FindingStatus.Active),
        TotalArchivedFindings = Count(all, FindingStatus.Archived),
        TotalResolvedFindings = Count(all, FindingStatus.Resolved),
        UnusedAccessTypeStatistics =
        [
            .. Active(all).GroupBy(f => f.Type).OrderBy(type => type.Key).Select(type =>
                new UnusedAccessTypeStatistics { UnusedAccessType = type.Key.ToWire(), Total = type.Count() }),
        ],
        TopAccounts = !Active(all).Any() ? null :
        [
            .. Active(all).GroupBy(f => f.Account, StringComparer.Ordinal)
                .OrderByDescending(own => own.Count()).ThenBy(own => own.Key, StringComparer.Ordinal)
                .Take(MostAccounts).Select(own => new FindingAggregationAccountDetails
                {
                    Account = own.Key,
                    NumberOfActiveFindings = own.Count(),
                    Details = own.GroupBy(f => f.Type).ToDictionary(type => type.Key.ToWire(), type => type.Count()),
                }),
        ],
    };

    private static IEnumerable<FindingRecord> Active(IReadOnlyList<FindingRecord> all) =>
        all.Where(f => f.Status == FindingStatus.Active);

    private static int Count(IReadOnlyList<FindingRecord> all, FindingStatus status) =>
        all.Count(f => f.Status == status);
}
