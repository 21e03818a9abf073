using Orrery.Kernel.State;

namespace Orrery.Kernel.Calls;

/// <summary>Jobs that run one after the other on one tip, and are made durable together.</summary>
internal sealed class Batch(Snapshot start, WorldSettings settings)
{
    private const int Most = 4096;

    private readonly List<Job> _jobs = [];

    public Tip Tip { get; } = new(start, settings);

    public IReadOnlyList<Job> Jobs => _jobs;

    public bool IsFull => _jobs.Count >= Most;

    public void Run(Job job)
    {
        _jobs.Add(job);
        job.Run(Tip);
    }

    /// <summary>Answers all: what they did, and what they saw, is durable.</summary>
    public void Complete()
    {
        foreach (var job in _jobs)
            job.Complete();
    }

    /// <summary>Tells all that nothing was done.</summary>
    public void Fail(Exception error)
    {
        foreach (var job in _jobs)
            job.Fail(error);
    }
}
