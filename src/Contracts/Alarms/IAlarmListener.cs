using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Alarms;

/// <summary>
/// Is told of each alarm that changes its state, actions or not: an instance refresh watches alarms that need not know
/// of it. Several services offer one each.
/// </summary>
public interface IAlarmListener
{
    /// <summary>An alarm has another state, which is written already.</summary>
    void Changed(Call call, string name, string state);
}
