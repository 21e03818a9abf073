using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Completes what a volume is to be like with what its type gives it, or says why there is no such volume. The wordings
/// of the ratios are AWS's as users report them, the others are guessed.
/// </summary>
internal static class VolumeShapes
{
    /// <summary>The shape with IOPS and throughput.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, InvalidParameterCombination, or MissingParameter.
    /// </exception>
    public static VolumeShapeRecord Complete(VolumeShapeRecord wish)
    {
        var facts = VolumeTypeFacts.Of(wish.Type);
        CheckSize(wish, facts);
        if (wish.MultiAttach && wish.Type is not (VolumeType.Io1 or VolumeType.Io2))
        {
            throw Errors.InvalidParameterCombination(
                $"Multi-Attach is not supported for {wish.Type.ToWire()} volumes; use io1 or io2.");
        }

        if (wish.Throughput is not null && wish.Type != VolumeType.Gp3)
        {
            throw NotOf("throughput", wish.Type);
        }

        var iops = Iops(wish, facts);
        return wish with
        {
            Iops = iops, Throughput = wish.Type == VolumeType.Gp3 ? Throughput(wish.Throughput, iops!.Value) : null,
        };
    }

    private static void CheckSize(VolumeShapeRecord wish, VolumeTypeFacts facts)
    {
        var kind = $"Volume of {wish.Size}GiB is too";
        if (wish.Size < facts.LeastGib)
        {
            throw Errors.InvalidParameterValue(
                $"{kind} small for volume type {wish.Type.ToWire()}; minimum is {facts.LeastGib}GiB.");
        }

        if (wish.Size > facts.MostGib)
        {
            throw Errors.InvalidParameterValue(
                $"{kind} large for volume type {wish.Type.ToWire()}; maximum is {facts.MostGib}GiB.");
        }
    }

    private static int? Iops(VolumeShapeRecord wish, VolumeTypeFacts facts)
    {
        if (facts.Iops is not var (least, most))
        {
            return wish.Iops is not null ? throw NotOf("iops", wish.Type)
                : wish.Type == VolumeType.Gp2 ? VolumeTypeFacts.Gp2Iops(wish.Size)
                : null;
        }

        if (wish.Iops is null && wish.Type != VolumeType.Gp3)
        {
            throw Errors.Missing("iops");
        }

        var iops = wish.Iops ?? VolumeTypeFacts.Gp3Iops;
        if (iops < least || iops > most)
        {
            throw Errors.InvalidParameterValue(iops < least
                ? $"Volume iops of {iops} is too low; minimum is {least}."
                : $"Volume iops of {iops} is too high; maximum is {most}.");
        }

        // What gp3 does anyway is not measured by its size.
        var measured = wish.Type != VolumeType.Gp3 || iops > VolumeTypeFacts.Gp3Iops;
        return measured && iops > (long)facts.IopsPerGib * wish.Size
            ? throw Errors.InvalidParameterValue(
                $"Iops to volume size ratio of {Ratio((double)iops / wish.Size)} is too high; maximum is "
                + $"{facts.IopsPerGib}")
            : iops;
    }

    private static int Throughput(int? wanted, int iops)
    {
        var throughput = wanted ?? VolumeTypeFacts.Gp3Throughput;
        if (throughput is < VolumeTypeFacts.Gp3Throughput or > VolumeTypeFacts.MostThroughput)
        {
            throw Errors.InvalidParameterValue(throughput < VolumeTypeFacts.Gp3Throughput
                ? $"Volume throughput of {throughput} is too low; minimum is {VolumeTypeFacts.Gp3Throughput}."
                : $"Volume throughput of {throughput} is too high; maximum is {VolumeTypeFacts.MostThroughput}.");
        }

        return throughput > iops * VolumeTypeFacts.ThroughputPerIops
            ? throw Errors.InvalidParameterValue(
                $"Throughput (MiBps) to iops ratio of {Ratio((double)throughput / iops)} is too high; maximum is "
                + $"{Ratio(VolumeTypeFacts.ThroughputPerIops)}")
            : throughput;
    }

    private static string Ratio(double value) => value.ToString("F6", CultureInfo.InvariantCulture);

    private static ServiceException NotOf(string parameter, VolumeType type) => Errors.InvalidParameterCombination(
        $"The parameter {parameter} is not supported for {type.ToWire()} volumes.");
}
