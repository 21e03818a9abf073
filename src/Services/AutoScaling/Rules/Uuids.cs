using Orrery.Kernel.Calls;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Ids in the form of UUIDs, as activities, tokens and ARNs have them.</summary>
internal static class Uuids
{
    /// <summary>A new one.</summary>
    public static string New(Call call) => Orrery.Operations.Uuids.New(call);
}
