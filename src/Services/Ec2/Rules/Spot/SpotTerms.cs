using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Spot;

/// <summary>The terms of Spot: prices, kinds of requests, what happens at an interruption.</summary>
internal static class SpotTerms
{
    /// <summary>A maximum price as a number.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static decimal? Money(string? text) => string.IsNullOrEmpty(text) ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var price) && price > 0 ? price
        : throw Errors.InvalidParameterValue($"Invalid value for Spot price: {text}. It must be greater than 0.");

    /// <summary>Refuses a maximum price below the Spot price, and types that are not sold as Spot.</summary>
    /// <exception cref="ServiceException">SpotMaxPriceTooLow, or InsufficientInstanceCapacity.</exception>
    public static void CheckPrice(ReadCall call, SpotPool pool, string? maximum)
    {
        var price = SpotPrices.At(CapacityPools.SeedOf(call), call.Region, pool, call.Now)
            ?? throw new ServiceException(
                "UnsupportedOperation",
                $"The instance type {pool.Type} is not sold as Spot in {call.Region} (as far as its prices are "
                    + "known).");
        if (Money(maximum) is { } most && most < price)
        {
            throw new ServiceException(
                "SpotMaxPriceTooLow",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Your Spot request price of {most} is lower than the minimum required Spot request fulfillment ")
                + string.Create(CultureInfo.InvariantCulture, $"price of {price}."));
        }
    }

    /// <summary>
    /// The most that a request pays; null where it pays up to the On-Demand price, which Spot never exceeds.
    /// </summary>
    public static decimal? MostOf(SpotRequestRecord request) => Money(request.MaxPrice);

    /// <summary>
    /// What happens to the Spot Instances of a launch when they are interrupted: those that are enabled for hibernation
    /// hibernate. Source: EC2 API Reference, SpotMarketOptions and HibernationOptionsRequest.
    /// </summary>
    public static InstanceInterruptionBehavior BehaviorOf(RunInstancesRequest request) =>
        request.InstanceMarketOptions?.SpotOptions?.InstanceInterruptionBehavior
        ?? (request.HibernationOptions?.Configured == true
            ? InstanceInterruptionBehavior.Hibernate
            : InstanceInterruptionBehavior.Terminate);

    /// <summary>Refuses what a launch may not ask of Spot.</summary>
    /// <exception cref="ServiceException">A combination that AWS refuses, or that is not served.</exception>
    public static void Check(ReadCall call, RunInstancesRequest request)
    {
        if (request.InstanceMarketOptions is not { } market)
        {
            return;
        }

        if (market.MarketType is not (null or MarketType.Spot))
        {
            throw Errors.NotServed($"the market {market.MarketType.Value.ToWire()} (InstanceMarketOptions.MarketType)");
        }

        var options = market.SpotOptions ?? new();
        Money(options.MaxPrice);
        var behavior = BehaviorOf(request);
        if (request.HibernationOptions?.Configured == true && behavior != InstanceInterruptionBehavior.Hibernate)
        {
            throw Errors.InvalidParameterCombination(
                "Spot Instances that are enabled for hibernation (HibernationOptions) need the interruption behavior "
                + "hibernate.");
        }

        if (options.SpotInstanceType == SpotInstanceType.Persistent
            && behavior == InstanceInterruptionBehavior.Terminate)
        {
            throw Errors.InvalidParameterCombination(
                "Persistent Spot Instance requests of RunInstances need the interruption behavior stop or hibernate.");
        }

        if (options.ValidUntil is not null && options.SpotInstanceType != SpotInstanceType.Persistent)
        {
            throw Errors.InvalidParameterCombination("ValidUntil is for persistent Spot Instance requests only.");
        }

        Check(
            call,
            options.SpotInstanceType ?? SpotInstanceType.OneTime,
            behavior,
            (options.BlockDurationMinutes, options.ValidUntil));
    }

    /// <summary>Refuses kinds of requests that do not go with what happens at an interruption.</summary>
    /// <exception cref="ServiceException">InvalidParameterCombination, InvalidParameterValue, or not
    /// served.</exception>
    public static void Check(
        ReadCall call,
        SpotInstanceType type,
        InstanceInterruptionBehavior behavior,
        (int? BlockMinutes, DateTimeOffset? Until) limits)
    {
        if (limits.BlockMinutes is not null)
        {
            throw new ServiceException("UnsupportedOperation",
                "Spot Instances with a defined duration are no longer sold.");
        }

        if (behavior != InstanceInterruptionBehavior.Terminate && type != SpotInstanceType.Persistent)
        {
            throw Errors.InvalidParameterCombination(
                $"The interruption behavior {behavior.ToWire()} needs a persistent Spot Instance request.");
        }

        if (limits.Until <= call.Now)
        {
            throw Errors.InvalidParameterValue("ValidUntil must be in the future.");
        }
    }

    /// <summary>
    /// Refuses to stop a Spot Instance that is not to be started again, or by its fleet only. Source: EC2 User Guide,
    /// "Stop a Spot Instance".
    /// </summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void CheckStop(ReadCall call, InstanceRecord instance)
    {
        if (instance.SpotRequestId is { } id
            && call.Read(SpotTables.Requests).Find(new(id)) is { } request
            && request is not
            {
                Type: SpotInstanceType.Persistent, FleetId: null,
                Behavior: InstanceInterruptionBehavior.Stop or InstanceInterruptionBehavior.Hibernate,
            })
        {
            throw new ServiceException(
                "UnsupportedOperation",
                $"You can't stop the Spot Instance '{instance.Id}' because it is associated with a one-time "
                + "Spot Instance request or a fleet. You can only stop Spot Instances associated with persistent Spot "
                + "Instance requests.");
        }
    }

    /// <summary>
    /// Refuses to start a Spot Instance that its user did not stop, or that is of a one-time request or a fleet; and
    /// one whose maximum price is below the Spot price. Source: EC2 User Guide, "Manage your Spot Instances" (start a
    /// Spot Instance) and "Behavior of Spot Instance interruptions" (only Amazon EC2 starts it again). The code and the
    /// words as public logs of clients show them; those of the price are guessed to be those of a launch.
    /// </summary>
    /// <exception cref="ServiceException">IncorrectSpotRequestState, or SpotMaxPriceTooLow.</exception>
    public static void CheckStart(ReadCall call, InstanceRecord instance)
    {
        if (instance.SpotRequestId is not { } id)
        {
            return;
        }

        if (call.Read(SpotTables.Requests).Find(new(id)) is not
            {
                Type: SpotInstanceType.Persistent, FleetId: null, State: SpotInstanceState.Disabled,
                StatusCode: SpotStatus.StoppedByUser,
            }
            request)
        {
            throw new ServiceException(
                "IncorrectSpotRequestState",
                $"You can't start the Spot Instance '{instance.Id}' because the associated Spot Instance request is "
                + "not in an appropriate state to support start.");
        }

        CheckPrice(call, new SpotPool(instance.AvailabilityZone, instance.InstanceType), request.MaxPrice);
    }

    /// <summary>The On-Demand price of a type.</summary>
    public static decimal? OnDemand(ReadCall call, string type) => PriceCatalog.Find(call.Region, type)?.OnDemand;
}
