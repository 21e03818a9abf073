namespace Orrery.Services.AccessAnalyzer.Operations.PolicyGeneration;

/// <summary>Lists the policies that were made of what users and roles did.</summary>
public sealed class ListPolicyGenerations : IReadOperation<ListPolicyGenerationsRequest, ListPolicyGenerationsResult>
{
    /// <inheritdoc/>
    public ListPolicyGenerationsResult Run(ListPolicyGenerationsRequest request, ReadCall call)
    {
        var all = call.Read(Tables.Generations).All()
            .Where(g => request.PrincipalArn is not { } arn || g.Principal == arn);
        var (page, next) = Page.Of(all, g => g.Id.Value, request.MaxResults, request.NextToken);
        return new()
        {
            PolicyGenerations =
            [
                .. page.Select(g => new Wire.Generated.Accessanalyzer.PolicyGeneration
                {
                    JobId = g.Id.Value,
                    PrincipalArn = g.Principal,
                    Status = g.Status,
                    StartedOn = g.StartedAt,
                    CompletedOn = g.CompletedAt,
                }),
            ],
            NextToken = next,
        };
    }
}
