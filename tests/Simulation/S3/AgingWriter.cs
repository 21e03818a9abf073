using System.Globalization;

namespace Orrery.Tests.Simulation.S3;

/// <summary>The process that is killed: each day it puts objects, says so, and lets the day pass.</summary>
internal static class AgingWriter
{
    public static async Task<int> RunAsync(string folder)
    {
        await using var host = await Uploads.StartAsync(folder);
        var day = (int)await Agings.DayAsync(host);
        if (day == 0) await Agings.PrepareAsync(host.Http);
        while (true)
        {
            await Agings.FillAsync(host.Http, day);
            Console.Out.WriteLine(day.ToString(CultureInfo.InvariantCulture));
            day++;
            await host.AdvanceAsync(TimeSpan.FromDays(day - await Agings.DayAsync(host)));
        }
    }
}
