namespace Orrery.Services.Iam.Rules;

/// <summary>Makes the reports of which services somebody used.</summary>
internal sealed class AccessJobLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => AccessJobs.Timer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var jobs = call.Ours(Tables.AccessJobs);
        if (jobs.Find(new(subject)) is not { } job) return;
        IReadOnlyList<AccessedServiceRecord> services = [];
        try
        {
            services = AccessJobs.Services(call, job.Arn);
        }
        catch (ServiceException)
        {
            // Who it is of went away meanwhile: nothing is told of them.
        }

        jobs.Put(job with { CompletedAt = call.Now, Services = services });
    }
}
