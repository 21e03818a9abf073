using Orrery.Operations;

namespace Orrery.Services.Sqs;

/// <summary>SQS as a part of the house.</summary>
public static class SqsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "sqs",
        Operations = [],
    };
}
