using Orrery.Kernel.Calls;

namespace Orrery.Tests.Kernel;

/// <summary>A timer handler made of a function.</summary>
internal sealed class Handler(string kind, Action<Call, string> fire) : ITimerHandler
{
    public string Kind => kind;

    public void Fire(Call call, string subject) => fire(call, subject);

    /// <summary>Writes down when what fired, one note a timer, in the order of firing.</summary>
    public static Handler Log(string kind = "log") => new(kind, (call, subject) => Write(call, subject));

    public static void Write(Call call, string subject)
    {
        var notes = call.Write(TestTables.Notes);
        notes.Put(new(new($"{notes.Count:D6}"), $"{call.Now - TestWorlds.Start:c} {subject}"));
    }
}
