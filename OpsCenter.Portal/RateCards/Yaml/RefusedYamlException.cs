using YamlDotNet.Core;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>The file says something that ends the reading. Ours are told from the parser's own by their sentence, which is for people.</summary>
internal sealed class RefusedYamlException(Mark place, string sentence) : YamlException(place, place, sentence);
