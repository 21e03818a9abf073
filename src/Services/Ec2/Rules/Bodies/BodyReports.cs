using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Bodies;

/// <summary>Takes down what is reported of bodies. Reports of instances that are out of sight change nothing.</summary>
internal static class BodyReports
{
    /// <summary>How much of a console is kept. Source: EC2 API Reference, GetConsoleOutput (the last 64 KB).</summary>
    public const int MostText = 65_536;

    /// <summary>Takes down what was written, and what became of the process.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The instance.</param>
    /// <param name="text">What was written since the last report.</param>
    /// <param name="body">What became of it; null where nothing did. The instant is the call's.</param>
    public static bool Take(Call call, InstanceId id, string text, BodyRecord? body)
    {
        if (!call.Read(InstanceTables.Instances).Contains(id))
        {
            return false;
        }

        if (body is not null)
        {
            call.Write(BodyTables.Bodies).Put(body with { At = call.Now });
        }

        if (text.Length > 0)
        {
            var all = call.Read(BodyTables.Consoles).Find(id)?.Text + text;
            call.Write(BodyTables.Consoles).Put(new(id, End(all), call.Now));
        }

        return true;
    }

    /// <summary>The end of a text that is too long to be kept.</summary>
    public static string End(string text) => text.Length <= MostText ? text : text[^MostText..];
}
