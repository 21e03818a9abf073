using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>
/// The header that keeps the old code for clients of services that spoke query before. Source: Smithy,
/// "aws.protocols#awsQueryCompatible trait".
/// </summary>
internal static class QueryErrorHeader
{
    /// <summary>Adds it where the service asks for it.</summary>
    public static void Add(WireResponse response, ServiceSchema? service, ErrorView error)
    {
        if (service?.IsQueryCompatible != true) return;
        response.Headers.Add("x-amzn-query-error", $"{error.Code};{(error.IsSender ? "Sender" : "Receiver")}");
    }
}
