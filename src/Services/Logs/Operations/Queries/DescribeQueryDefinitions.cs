using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>Lists the queries that are kept, by id.</summary>
public sealed class DescribeQueryDefinitions : IReadOperation<DescribeQueryDefinitionsRequest, DescribeQueryDefinitionsResult>
{
    /// <inheritdoc/>
    public DescribeQueryDefinitionsResult Run(DescribeQueryDefinitionsRequest request, ReadCall call)
    {
        var all = call.Read(Tables.Definitions).All()
            .Where(d => request.QueryLanguage is null or QueryLanguage.Cwli)
            .Where(d => d.Name.StartsWith(request.QueryDefinitionNamePrefix ?? "", StringComparison.Ordinal));
        var (page, next) = Pages.Of(all, d => d.Id.Value, request.NextToken, request.MaxResults ?? 1000);
        return new()
        {
            QueryDefinitions =
            [
                .. page.Select(d => new QueryDefinition
                {
                    QueryLanguage = QueryLanguage.Cwli,
                    QueryDefinitionId = d.Id.Value,
                    Name = d.Name,
                    QueryString = d.Text,
                    LastModified = d.Modified.Ms(),
                    LogGroupNames = d.Groups,
                }),
            ],
            NextToken = next,
        };
    }
}
