namespace Orrery.Services.AccessAnalyzer.Loops;

/// <summary>Ends the making of a policy.</summary>
internal sealed class GenerationLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => Generation.Timer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Generations).Find(new(subject)) is not { Status: JobStatus.InProgress } job) return;
        call.Write(Tables.Generations).Put(job with
        {
            Status = JobStatus.Succeeded, CompletedAt = call.Now, Actions = Generation.Used(call, job.Principal),
        });
    }
}
