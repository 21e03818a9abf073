using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Alarms;

/// <summary>
/// Keeps metric alarms for services that own some, as target tracking does. CloudWatch offers it; all in the call's
/// account and region.
/// </summary>
public interface IAlarmKeeper
{
    /// <summary>Makes an alarm, or puts it anew.</summary>
    /// <exception cref="Core.ServiceException">CloudWatch refuses it.</exception>
    KeptAlarm Put(Call call, AlarmOrder order);

    /// <summary>Deletes alarms; names of none are passed over.</summary>
    void Delete(Call call, IReadOnlyList<string> names);

    /// <summary>
    /// Takes an action that is no more away from all alarms that have it, those of users too; nothing else of them
    /// changes.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="actionArn">The action.</param>
    /// <param name="deletesIdle">Whether those go that have no action left, unless a composite alarm names
    /// them.</param>
    void Release(Call call, string actionArn, bool deletesIdle);

    /// <summary>The alarms that do something when they go into ALARM, by name.</summary>
    IReadOnlyList<KeptAlarm> WithAction(ReadCall call, string actionArn);

    /// <summary>
    /// The alarms in ALARM that have an action for that, by name; their values are left to <see cref="Ahead"/>.
    /// </summary>
    IReadOnlyList<KeptAlarm> On(ReadCall call, string actionArn);

    /// <summary>
    /// The newest value of what an alarm watches at an instant and each minute after it, as far as it is known now;
    /// read as it is asked for. That it no longer holds is told by <see cref="IAlarmAction.Unforeseen"/>.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The alarm.</param>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The end, not included.</param>
    IEnumerable<double?> Ahead(ReadCall call, string name, DateTimeOffset from, DateTimeOffset to);
}
