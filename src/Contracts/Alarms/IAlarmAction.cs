using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Alarms;

/// <summary>
/// Does what an alarm's action says, other than telling a topic or a function: EC2 stops instances, Auto Scaling runs
/// policies. Several services offer one each.
/// </summary>
public interface IAlarmAction
{
    /// <summary>
    /// Whether an action's ARN is of this kind, for example <c>arn:aws:automate:eu-west-1:ec2:stop</c>.
    /// </summary>
    bool Takes(string actionArn);

    /// <summary>Why an alarm may not have this action, in AWS's words; null where it may.</summary>
    string? Obstacle(ReadCall call, AlarmAction action);

    /// <summary>Does it, as part of the call; gives what failed, for the alarm's history, or null.</summary>
    string? Run(Call call, AlarmAction action);

    /// <summary>
    /// Tells that what was foreseen of an alarm in ALARM with this action no longer holds: it goes out of ALARM, is put
    /// anew or deleted, or what it watches goes on otherwise. Who goes on with the action while the alarm stays in its
    /// state, as scaling policies do, and looked ahead for when, looks ahead anew.
    /// </summary>
    void Unforeseen(Call call, string actionArn)
    {
    }
}
