namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>A volume that the instances of a launch are to have.</summary>
/// <param name="Device">Its name.</param>
/// <param name="Volume">What it is to be like.</param>
/// <param name="DeleteOnTermination">Whether it goes with the instance.</param>
internal sealed record DeviceWish(string Device, VolumeWish Volume, bool DeleteOnTermination);
