using Orrery.Kernel.Calls;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>Writes down how many instances a group has, for its metrics.</summary>
internal static class Gauges
{
    /// <summary>Takes note of a group that may have changed.</summary>
    public static void Note(Call call, string group)
    {
        _ = call.Read(Tables.Groups).Contains(new(group));
    }
}
