namespace Orrery.Services.AccessAnalyzer.Operations.PolicyGeneration;

/// <summary>Shows a policy that was made of what a user or role did. Refused: placeholders and templates.</summary>
public sealed class GetGeneratedPolicy : IReadOperation<GetGeneratedPolicyRequest, GetGeneratedPolicyResult>
{
    /// <inheritdoc/>
    public GetGeneratedPolicyResult Run(GetGeneratedPolicyRequest request, ReadCall call)
    {
        if (request.IncludeResourcePlaceholders is true) throw Errors.NotServed("includeResourcePlaceholders");
        if (request.IncludeServiceLevelTemplate is true) throw Errors.NotServed("includeServiceLevelTemplate");
        var job = Generation.Get(call, request.JobId);
        return new()
        {
            JobDetails = new()
            {
                JobId = job.Id.Value, Status = job.Status, StartedOn = job.StartedAt, CompletedOn = job.CompletedAt,
            },
            GeneratedPolicyResult = new()
            {
                Properties = new() { IsComplete = job.Status == JobStatus.Succeeded, PrincipalArn = job.Principal },
                GeneratedPolicies = job.Actions.Count == 0 ? [] : [new() { Policy = Generation.Policy(job.Actions) }],
            },
        };
    }
}
