using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Host.Admin.Handlers;

/// <summary>What questions to a world have in common: who asks, and how reasons are written.</summary>
internal static class Inquiry
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>The service that answers such questions.</summary>
    /// <exception cref="ServiceException">None does.</exception>
    public static T Port<T>(World world)
        where T : class =>
        world.Blueprint.Ports.Find<T>()
            ?? throw new ServiceException("NotServed", "No service here answers such questions.");

    /// <summary>The call: root of the account and region that the query names, else of the default ones.</summary>
    public static CallInfo Info(Station station, AdminCall call, World world, string operation)
    {
        var account = call.Query("account") ?? station.Options.Account;
        if (!AccountNumber.Is(account))
            throw new ServiceException("InvalidParameter", $"'{account}' is not an account: it has 12 digits.");
        var scope = new Scope(account, call.Query("region") ?? DefaultRegion);
        return new(scope, Caller.Root(account), operation, world.NewRequestId());
    }

    /// <summary>How long something lasts; null where nobody says.</summary>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static TimeSpan? Lasting(string? text) => text is null ? null
        : Durations.TryParse(text, out var duration) ? duration
        : throw new ServiceException("InvalidParameter", $"'{text}' is not {Durations.Help}.");

    /// <summary>A reason and all below it.</summary>
    public static ReasonView View(Reason reason) =>
        new(reason.Code, reason.Text, reason.Subject, [.. reason.Because.Select(View)]);

    /// <summary>A remedy.</summary>
    public static RemedyView View(Remedy remedy) =>
        new(remedy.Text,
            [.. remedy.Changes.Select(change => new ChangeView(change.Action, change.Subject, change.Arguments))]);
}
