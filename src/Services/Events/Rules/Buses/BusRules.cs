using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Events.Records;

namespace Orrery.Services.Events.Rules.Buses;

/// <summary>Finds buses and rules.</summary>
internal static class BusRules
{
    /// <summary>
    /// A bus, or null. The default bus is there even where nobody touched the account and region yet.
    /// </summary>
    public static BusRecord? Find(ReadCall call, Scope scope, string name) =>
        call.Read(Tables.Buses, scope).Find(new(name)) ?? (name == Names.Default ? Standard(call.Now) : null);

    /// <summary>The default bus as it begins.</summary>
    public static BusRecord Standard(DateTimeOffset now) =>
        new() { Name = new(Names.Default), Created = now, Modified = now };

    /// <summary>The name of a bus of the call's account and region, given as name or ARN, or not at all.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException, ValidationException.</exception>
    public static string Named(ReadCall call, string? nameOrArn)
    {
        var name = nameOrArn ?? Names.Default;
        if (Names.BusOf(name) is { } parts)
        {
            if (parts.Scope != call.Scope)
                throw Errors.NotServed("rules of an event bus of another account or region");
            name = parts.Name;
        }

        return Find(call, call.Scope, name) is not null ? name : throw Errors.NotFound($"Event bus {name}");
    }

    /// <summary>A rule of the call's account and region.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException.</exception>
    public static RuleRecord Rule(ReadCall call, string? bus, string name)
    {
        var busName = Named(call, bus);
        return call.Read(Tables.Rules).Find(EventsKey.Of(busName, name))
            ?? throw Errors.NotFound($"Rule {name} on EventBus {busName}");
    }
}
