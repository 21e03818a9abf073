using System.Globalization;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Kernel.State;
using Orrery.Kernel.Time;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/clock</c>.</summary>
internal static class ClockHandler
{
    /// <summary>The clock of a world.</summary>
    public static ClockView View(World world)
    {
        var current = world.Current;
        var (count, next) = (0L, (TimerRecord?)null);
        foreach (var scope in current.Scopes.Append(Scope.World).Distinct())
        {
            var timers = current.Read(KernelTables.Timers, scope);
            count += timers.Count;
            if (timers.All().FirstOrDefault() is not { } first) continue;
            if (next is null || first.Id.CompareTo(next.Id) < 0) next = first;
        }
        return new(
            world.Clock.Now, world.Clock.Mode == ClockMode.Live ? "live" : "stepped", world.Clock.Rate, (int)count,
            next is null ? null : new(next.Due, next.Kind, next.Subject));
    }

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call) =>
        Answer(await station.Worlds.FindAsync(call.World));

    public static async Task<WireResponse> AdvanceAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.AdvanceRequest);
        var world = await station.Worlds.FindAsync(call.World);
        await station.SettleAsync();
        var (from, sequence) = (world.Clock.Now, world.Current.Sequence);
        var to = Target(body, from);
        await SetAsync(world, to, call.Gone);
        return AdminCall.Json(
            new(from, world.Clock.Now, world.Current.Sequence - sequence - 1), AdminJson.Default.AdvanceResult);
    }

    public static async Task<WireResponse> SetAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.ClockChange);
        var to = body.Now ?? throw Missing("now");
        var world = await station.Worlds.FindAsync(call.World);
        await station.SettleAsync();
        await SetAsync(world, to, call.Gone);
        return Answer(world);
    }

    public static async Task<WireResponse> RateAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.ClockChange);
        if (body.Rate is not { } rate) throw Missing("rate");
        if (!(rate > 0 && rate <= 1e9))
            throw new ServiceException(
                "InvalidRate", "A rate is more than 0, up to 1e9; to halt the clock set its mode to stepped.");
        var world = await station.Worlds.FindAsync(call.World);
        await world.Clock.UseAsync(ClockMode.Live, rate);
        return Answer(world);
    }

    public static async Task<WireResponse> ModeAsync(Station station, AdminCall call)
    {
        var body = await call.ReadAsync(AdminJson.Default.ClockChange);
        var mode = body.Mode switch
        {
            "live" => ClockMode.Live,
            "stepped" => ClockMode.Stepped,
            null => throw Missing("mode"),
            _ => throw new ServiceException("InvalidMode", "A mode is live or stepped."),
        };
        var world = await station.Worlds.FindAsync(call.World);
        await world.Clock.UseAsync(mode, mode == ClockMode.Live ? world.Clock.Rate : 1);
        return Answer(world);
    }

    private static DateTimeOffset Target(AdvanceRequest body, DateTimeOffset from)
    {
        if ((body.By is null) == (body.To is null))
            throw new ServiceException("MissingParameter", "Say how far (by) or until when (to), one of both.");
        if (body.To is { } to) return to;
        if (!Durations.TryParse(body.By, out var by))
            throw new ServiceException("InvalidDuration", $"'{body.By}' is not {Durations.Help}.");
        return by > DateTimeOffset.MaxValue - from
            ? throw new ServiceException("InvalidDuration", "The world's time ends with the year 9999.")
            : from + by;
    }

    private static async Task SetAsync(World world, DateTimeOffset to, CancellationToken gone)
    {
        try
        {
            await world.Clock.SetAsync(to, gone);
        }
        catch (ArgumentOutOfRangeException)
        {
            var now = world.Clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            throw new ServiceException(
                "InstantIsPast", $"It is {now} in the world. Time never goes back: fork the world at a past instant.");
        }
    }

    private static ServiceException Missing(string name) =>
        new("MissingParameter", $"The body needs the member '{name}'.");

    private static WireResponse Answer(World world) => AdminCall.Json(View(world), AdminJson.Default.ClockView);
}
