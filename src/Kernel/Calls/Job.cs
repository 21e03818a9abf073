namespace Orrery.Kernel.Calls;

/// <summary>Something that waits for its turn at the tip of the world.</summary>
internal abstract class Job
{
    /// <summary>
    /// Runs on the tip; never throws. May run again, on another tip, if the batch could not be committed.
    /// </summary>
    public abstract void Run(Tip tip);

    /// <summary>Tells the waiting caller how it went; called once what it did is durable.</summary>
    public abstract void Complete();

    /// <summary>Tells the waiting caller that nothing was done.</summary>
    public abstract void Fail(Exception error);
}
