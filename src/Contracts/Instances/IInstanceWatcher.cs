using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Instances;

/// <summary>
/// Is told when instances change their state or their health, as part of the call that does it. Several services offer
/// one each; EC2 tells them.
/// </summary>
public interface IInstanceWatcher
{
    /// <summary>Something happened to these instances of the call's account and region.</summary>
    void Changed(Call call, IReadOnlyList<string> instanceIds);
}
