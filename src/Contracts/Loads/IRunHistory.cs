using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Loads;

/// <summary>What instances did under their loads, and what they cost. EC2 offers it.</summary>
public interface IRunHistory
{
    /// <summary>
    /// What the instances with a tag did, those that are gone too. In minutes in which none of them ran, the requests
    /// of loads that are for this tag alone count as asked.
    /// </summary>
    IReadOnlyList<RunPoint> Read(ReadCall call, RunQuestion question);
}
