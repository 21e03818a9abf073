namespace Orrery.Services.AccessAnalyzer.Operations.PolicyGeneration;

/// <summary>Stops the making of a policy.</summary>
public sealed class CancelPolicyGeneration
    : IWriteOperation<CancelPolicyGenerationRequest, CancelPolicyGenerationResult>
{
    /// <inheritdoc/>
    public CancelPolicyGenerationResult Run(CancelPolicyGenerationRequest request, Call call)
    {
        var job = Generation.Get(call, request.JobId);
        if (job.Status == JobStatus.InProgress)
        {
            call.Cancel(Generation.Timer, job.Id.Value);
            call.Write(Tables.Generations).Put(job with { Status = JobStatus.Canceled, CompletedAt = call.Now });
        }

        return new();
    }
}
