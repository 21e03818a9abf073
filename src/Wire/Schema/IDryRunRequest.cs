namespace Orrery.Wire.Schema;

/// <summary>A request that can be asked for as a dry run. Generated requests with a <c>DryRun</c> member implement
/// it.</summary>
public interface IDryRunRequest
{
    /// <summary>Whether nothing is to be changed.</summary>
    bool? DryRun { get; }
}
