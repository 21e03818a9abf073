namespace Orrery.Services.Ec2.Rules.Spot;

/// <summary>
/// The status codes of Spot requests and what they say. Source: EC2 User Guide, "Get the status of a Spot Instance
/// request"; the wording is ours.
/// </summary>
internal static class SpotStatus
{
    public const string PendingEvaluation = "pending-evaluation";
    public const string NotScheduledYet = "not-scheduled-yet";
    public const string PendingFulfillment = "pending-fulfillment";
    public const string Fulfilled = "fulfilled";
    public const string CapacityNotAvailable = "capacity-not-available";
    public const string PriceTooLow = "price-too-low";
    public const string LimitExceeded = "limit-exceeded";
    public const string BadParameters = "bad-parameters";
    public const string ScheduleExpired = "schedule-expired";
    public const string CanceledBeforeFulfillment = "canceled-before-fulfillment";
    public const string CanceledAndRunning = "request-canceled-and-instance-running";
    public const string MarkedForStop = "marked-for-stop";
    public const string MarkedForTermination = "marked-for-termination";
    public const string TerminatedByUser = "instance-terminated-by-user";
    public const string TerminatedByService = "instance-terminated-by-service";
    public const string StoppedByUser = "instance-stopped-by-user";

    /// <summary>What ended an interruption: the end of the code.</summary>
    public const string ByPrice = "by-price";

    /// <summary>What ended an interruption: the end of the code.</summary>
    public const string NoCapacity = "no-capacity";

    /// <summary>What ended an interruption: the end of the code.</summary>
    public const string ByService = "by-service";

    /// <summary>The sentence of a code.</summary>
    public static string MessageOf(string code) => code switch
    {
        PendingEvaluation => "Your Spot request has been submitted for review, and is pending evaluation.",
        NotScheduledYet => "Your Spot request will not be evaluated before its start date.",
        PendingFulfillment => "Your Spot request is pending fulfillment.",
        Fulfilled => "Your spot request is fulfilled.",
        CapacityNotAvailable =>
            "There is no Spot capacity available that matches your request.",
        PriceTooLow => "Your Spot request price is lower than the minimum required Spot request fulfillment price.",
        LimitExceeded => "Your request exceeds the quota of Spot Instances of the account.",
        BadParameters => "A parameter of your Spot request is not valid; see the fault.",
        ScheduleExpired => "Your Spot request expired before it was fulfilled.",
        CanceledBeforeFulfillment => "Your Spot request was canceled before it was fulfilled.",
        CanceledAndRunning => "Your Spot request was canceled, but its instance is still running.",
        MarkedForStop => "Your Spot Instance is marked for being stopped.",
        MarkedForTermination => "Your Spot Instance is marked for termination.",
        TerminatedByUser => "Your Spot Instance was terminated by a user.",
        StoppedByUser => "Your Spot Instance was stopped by a user.",
        "instance-terminated-by-price" =>
            "Your Spot Instance was terminated because the Spot price exceeded your maximum price.",
        "instance-terminated-no-capacity" =>
            "Your Spot Instance was terminated because there is no longer enough Spot capacity available.",
        TerminatedByService => "Your Spot Instance was terminated by a service.",
        "instance-stopped-by-price" =>
            "Your Spot Instance was stopped because the Spot price exceeded your maximum price.",
        "instance-stopped-no-capacity" =>
            "Your Spot Instance was stopped because there is no longer enough Spot capacity available.",
        _ => code,
    };
}
