using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Scaling;

/// <summary>
/// Is told when a resource that may be scaled has settled, became active, or was changed by others, as part of the call
/// that does it. Application Auto Scaling offers it; without it nothing has to be told.
/// </summary>
public interface IScalableWatcher
{
    /// <summary>Something happened to a resource of the call's account and region.</summary>
    void Changed(Call call, string dimension, string resourceId);
}
