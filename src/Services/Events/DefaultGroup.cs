using Orrery.Kernel.Calls;
using Orrery.Services.Events.Rules.Scheduling;

namespace Orrery.Services.Events;

/// <summary>Every account has a default group of schedules in every region.</summary>
public sealed class DefaultGroup : IScopeInitializer
{
    /// <inheritdoc/>
    public void Initialize(Call call)
    {
        if (call.Scope.Account.Length > 0 && !call.Scope.IsGlobal)
        {
            call.Write(SchedulerTables.Groups).Put(
                new() { Name = new(ScheduleRules.DefaultGroup), Created = call.Now, Modified = call.Now });
        }
    }
}
