using System.Text;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Keeps shapes of the API as JSON.</summary>
internal static class WireJson
{
    private static readonly ProtocolCodec Codec = ProtocolCodec.Of(WireProtocol.Json11);

    /// <summary>The members that are set.</summary>
    public static string Write(IShape shape) => Encoding.UTF8.GetString(
        Codec.WriteResult(AutoscalingModel.CreateAutoScalingGroup, shape, "").Body.Span);

    /// <summary>The shape that was written.</summary>
    public static T Read<T>(string json)
        where T : class, IReadableShape<T> => Codec.ReadResult<T>(
            AutoscalingModel.CreateAutoScalingGroup,
            WireResponse.Of(200, "application/json", Encoding.UTF8.GetBytes(json)));
}
